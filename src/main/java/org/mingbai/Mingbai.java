package org.mingbai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The ledger that closes the loop: serves pages and answers the command line from one jar.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Mingbai {

    public static void main(String[] args) {
        SpringApplication.run(Mingbai.class, args);
    }
}
