package io.github.nodesonde.cli;

import io.github.nodesonde.inventory.InventoryImport;
import io.github.nodesonde.inventory.NodeKind;
import java.util.Collection;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/** Finds the kinds of node without starting the gateway: nothing is made but the components asked for,
 * and what they need. */
final class KindScan {

    private KindScan() {}

    static Collection<NodeKind> kinds() {
        return beans(NodeKind.class);
    }

    /** The imports that kinds bring along. */
    static Collection<InventoryImport> imports() {
        return beans(InventoryImport.class);
    }

    private static <T> Collection<T> beans(Class<T> type) {
        var beans = new DefaultListableBeanFactory();
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        var constructors = new AutowiredAnnotationBeanPostProcessor();
        constructors.setBeanFactory(beans);
        beans.addBeanPostProcessor(constructors);
        new ClassPathBeanDefinitionScanner(beans).scan("io.github.nodesonde");
        return beans.getBeansOfType(type).values();
    }
}
