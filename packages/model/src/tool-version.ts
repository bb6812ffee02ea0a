/**
 * The version of podlint itself: in reports, in what `init` writes, and in the names of cached results.
 * A test compares it with every package.json.
 */
export const toolVersion = '0.1.0';
