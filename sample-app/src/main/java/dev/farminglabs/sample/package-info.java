/**
 * A small platform on two stores: what lasts in a relational database, what is short-lived in a key-value store.
 * Each package below is one domain, with its storage, its endpoints and its pages. None of them knows which store it runs on:
 * that is said in {@code application.yml} and the files beside it, one for each pairing.
 */
@NullMarked
package dev.farminglabs.sample;

import org.jspecify.annotations.NullMarked;
