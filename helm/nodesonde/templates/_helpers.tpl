{{- define "nodesonde.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "nodesonde.fullname" -}}
{{- $name := include "nodesonde.name" . -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "nodesonde.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride -}}
{{- end -}}

{{- define "nodesonde.selectorLabels" -}}
app.kubernetes.io/name: {{ include "nodesonde.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Of everything but pods: `(list . labels of this object)`. The object's own go before commonLabels, ours before both. */}}
{{- define "nodesonde.labels" -}}
{{- $root := index . 0 -}}
{{- $own := fromYaml (include "nodesonde.selectorLabels" $root) -}}
{{- $_ := set $own "app.kubernetes.io/version" ($root.Chart.AppVersion | replace "+" "_") -}}
{{- $_ := set $own "app.kubernetes.io/managed-by" $root.Release.Service -}}
{{- $_ := set $own "app.kubernetes.io/part-of" $root.Chart.Name -}}
{{- $_ := set $own "helm.sh/chart" (printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-") -}}
{{- toYaml (merge $own (deepCopy (default dict (index . 1))) (deepCopy $root.Values.commonLabels)) -}}
{{- end -}}

{{- define "nodesonde.podLabels" -}}
{{- toYaml (merge (fromYaml (include "nodesonde.selectorLabels" .)) (deepCopy .Values.podLabels) (deepCopy .Values.commonLabels)) -}}
{{- end -}}

{{- define "nodesonde.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "nodesonde.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* `(list . image default-tag)`: registry, repository, and the digest or else the tag. */}}
{{- define "nodesonde.image" -}}
{{- $root := index . 0 -}}
{{- $image := index . 1 -}}
{{- with default $image.registry $root.Values.global.imageRegistry -}}{{ . | trimSuffix "/" }}/{{- end -}}
{{- $image.repository -}}
{{- if $image.digest -}}@{{ $image.digest }}{{- else -}}:{{ default (index . 2) $image.tag }}{{- end -}}
{{- end -}}

{{/* The text of the inventory that the values hold; empty where they hold none. */}}
{{- define "nodesonde.inventory" -}}
{{- $inventory := .Values.inventory -}}
{{- if kindIs "string" $inventory -}}
{{- if trim $inventory -}}{{ $inventory }}{{- end -}}
{{- else if $inventory -}}
{{- toYaml $inventory -}}
{{- end -}}
{{- end -}}

{{/* Not empty where the values' inventory has been touched. */}}
{{- define "nodesonde.ownInventory" -}}
{{- $inventory := .Values.inventory -}}
{{- if kindIs "string" $inventory -}}
{{- trim $inventory -}}
{{- else if $inventory -}}
{{- if or $inventory.nodes $inventory.networks -}}yes{{- end -}}
{{- end -}}
{{- end -}}

{{/* Where a ServiceMonitor's or ScrapeConfig's Prometheus finds the Service. */}}
{{- define "nodesonde.host" -}}
{{- printf "%s.%s.svc" (include "nodesonde.fullname" .) (include "nodesonde.namespace" .) -}}
{{- end -}}

{{/* One line `--name=value` for each setting; `(list prefix value)`. */}}
{{- define "nodesonde.flags" -}}
{{- $prefix := index . 0 -}}
{{- $value := index . 1 -}}
{{- if kindIs "map" $value -}}
{{- range $key, $below := $value -}}
{{- include "nodesonde.flags" (list (ternary $key (printf "%s.%s" $prefix $key) (empty $prefix)) $below) -}}
{{- end -}}
{{- else if kindIs "slice" $value -}}
{{- $items := list -}}
{{- range $value -}}
{{- $items = append $items (include "nodesonde.scalar" .) -}}
{{- end -}}
{{- printf "--%s=%s" $prefix (join "," $items) | toJson }}
{{ else -}}
{{- printf "--%s=%s" $prefix (include "nodesonde.scalar" $value) | toJson }}
{{ end -}}
{{- end -}}

{{/* As it was written: a large number is 1000000 and not 1e+06. */}}
{{- define "nodesonde.scalar" -}}
{{- if kindIs "string" . -}}{{ . }}{{- else if kindIs "invalid" . -}}{{- else -}}{{ toJson . }}{{- end -}}
{{- end -}}

{{- define "nodesonde.testLabels" -}}
app.kubernetes.io/name: {{ include "nodesonde.name" . }}-test
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* The pod of `helm test`, which has to reach both ports too. */}}
{{- define "nodesonde.testPeer" -}}
{{- if .Values.tests.enabled -}}
- podSelector:
    matchLabels:
      {{- include "nodesonde.testLabels" . | nindent 6 }}
{{- end -}}
{{- end -}}
