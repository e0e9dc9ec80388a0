package dev.farminglabs.sample.session;

/**
 * Who makes the request. A parameter of this type in a controller asks for somebody; one that may be null does not.
 *
 * @param userId the user
 * @param email  the address when the session began
 * @param name   the name when the session began
 */
public record SignedIn(String userId, String email, String name) {}
