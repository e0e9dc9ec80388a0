/** The code of the README and of the pages in {@code docs}: what stands there stands here too, compiles and runs. */
package dev.farminglabs.guide;
