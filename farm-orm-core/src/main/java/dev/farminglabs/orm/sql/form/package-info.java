/**
 * The forms a dialect is made of: how one database quotes a name, compares text, takes a list, gives back what was stored.
 * Beside them stands what they write with, a {@link dev.farminglabs.orm.sql.form.SqlWriter}, and what comes of it. Nothing
 * here knows which database it is for; {@link dev.farminglabs.orm.sql.Dialect} puts the forms together.
 */
@NullMarked
package dev.farminglabs.orm.sql.form;

import org.jspecify.annotations.NullMarked;
