import { parseImageReference } from '@podlint/model';

/**
 * Whether a pattern means an image: as it is written, without its tag and digest, or in full
 * (`docker.io/library/nginx:1.27`).
 * `*` and `**` stand for any characters, `/` included, `?` for one.
 */
export function matchesImage(pattern: string, image: string): boolean {
  if (last?.image !== image) last = { image, forms: formsOf(image) };
  return last.forms.some((form) => matchesWildcards(pattern, form));
}

/** An image is asked about with one pattern after the other. */
let last: { readonly image: string; readonly forms: readonly string[] } | undefined;

function formsOf(image: string): string[] {
  const forms = [image, withoutTag(image)];
  const parsed = parseImageReference(image);
  if (parsed.valid) forms.push(parsed.repository, `${parsed.repository}:${parsed.tag}`);
  return forms;
}

function withoutTag(image: string): string {
  const digest = image.indexOf('@');
  const name = digest < 0 ? image : image.slice(0, digest);
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}

/** Goes back to the last `*`, and lets it stand for one character more, whenever the rest does not fit. */
function matchesWildcards(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let starText = 0;
  for (let read = 0; read < text.length;) {
    if (pattern[at] === '*') {
      star = at++;
      starText = read;
    } else if (pattern[at] === '?' || pattern[at] === text[read]) {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++starText;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
