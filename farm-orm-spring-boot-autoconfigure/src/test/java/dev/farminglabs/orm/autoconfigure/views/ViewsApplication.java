package dev.farminglabs.orm.autoconfigure.views;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;

/** Makes this package one of the application's. */
@AutoConfigurationPackage
public class ViewsApplication {}
