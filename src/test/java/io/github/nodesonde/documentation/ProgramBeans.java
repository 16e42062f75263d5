package io.github.nodesonde.documentation;

import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.node.Fleet;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/** The program's own components, without those of the tests: kinds, rules, signals. Makes only what is asked for. */
final class ProgramBeans {

    private ProgramBeans() {}

    static <T> List<T> of(Class<T> type) {
        var beans = new DefaultListableBeanFactory();
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        var constructors = new AutowiredAnnotationBeanPostProcessor();
        constructors.setBeanFactory(beans);
        beans.addBeanPostProcessor(constructors);
        var inventory = new RootBeanDefinition(Inventory.class, NothingWatched::new);
        inventory.setPrimary(true);
        beans.registerBeanDefinition("nothingWatched", inventory);
        var scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.addExcludeFilter(
                (read, _) -> read.getResource().getURI().getPath().contains("/test-classes/"));
        scanner.scan("io.github.nodesonde");
        return List.copyOf(beans.getBeansOfType(type).values());
    }

    private static final class NothingWatched implements Inventory {

        @Override
        public Fleet now() {
            return Fleet.EMPTY;
        }

        @Override
        public InventoryState state() {
            return new InventoryState(true, Instant.EPOCH, List.of());
        }

        @Override
        public InventoryState reload() {
            return state();
        }
    }
}
