package dev.farminglabs.orm.test.autoconfigure;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with stores, mail and schemas, of which a slice wants the schemas only. */
@SpringBootApplication
class SliceApplication {}
