package io.github.nodesonde.gateway;

import io.github.nodesonde.cli.Nodesonde;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.test.annotation.DirtiesContext;

/** Starts the whole gateway on free ports for the tests of one class, and stops it after the last. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Nodesonde.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
@TypeExcludeFilters(WholeGateway.OtherPrograms.class)
@DirtiesContext
public @interface WholeGateway {

    /** Other tests' own programs lie where the gateway looks for its components. */
    final class OtherPrograms extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getAnnotationMetadata().isAnnotated(SpringBootConfiguration.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OtherPrograms;
        }

        @Override
        public int hashCode() {
            return OtherPrograms.class.hashCode();
        }
    }
}
