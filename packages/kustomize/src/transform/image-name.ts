import { compilePattern, type Pattern } from '../pattern.js';

/** What an entry's name has to match; undefined for what is no expression (internal/image/image.go, IsImageMatched). */
export function imagePattern(name: string): Pattern | undefined {
  const pattern = compilePattern(
    `^${name}(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?$`,
  );
  const start = startOf(name);
  return pattern && { test: (image) => image.startsWith(start) && pattern.test(image) };
}

/** What an image begins with that such a name matches: nearly all names hold nothing of an expression but dots. */
function startOf(name: string): string {
  return /^[\w./:-]*$/.test(name) ? name.slice(0, (name + '.').indexOf('.')) : '';
}

/** Name, tag and digest; a colon before the first slash belongs to the name (image.go, Split). */
export function splitImage(image: string): { name: string; tag: string; digest: string } {
  const slash = Math.max(image.indexOf('/'), 0);
  const digestAt = image.indexOf('@', slash);
  const colon = image.indexOf(':', slash);
  if (colon < 0 && digestAt < 0) return { name: image, tag: '', digest: '' };
  if (digestAt >= 0 && (colon < 0 || digestAt < colon))
    return { name: image.slice(0, digestAt), tag: '', digest: image.slice(digestAt + 1) };
  const end = digestAt < 0 ? image.length : digestAt;
  return { name: image.slice(0, colon), tag: image.slice(colon + 1, end), digest: image.slice(end + 1) };
}
