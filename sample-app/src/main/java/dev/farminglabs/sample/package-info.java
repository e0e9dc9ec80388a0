/**
 * A small platform on two stores: what lasts in a relational database, what is short-lived in a key-value store.
 * Each package below is one domain, with its storage and its endpoints. None of them knows which store it runs on: that is
 * said in {@code application.yml}. There is no login here, so do not put it on the internet.
 */
@NullMarked
package dev.farminglabs.sample;

import org.jspecify.annotations.NullMarked;
