/**
 * Whether the text is `host:port` as Go's net.SplitHostPort takes it: both may be empty,
 * a host that holds ":" stands in brackets, and brackets have no other place.
 */
export function isHostPort(text: string): boolean {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return false;
  if (!text.startsWith('[')) return text.indexOf(':') === colon && !/[[\]]/.test(text);
  const end = text.indexOf(']');
  return end + 1 === colon && text.indexOf('[', 1) < 0 && text.indexOf(']', end + 1) < 0;
}
