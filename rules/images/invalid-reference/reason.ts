import { parseImageReference } from '@podlint/model';
import { imageReference } from '../../kit/images.js';

export type Reason =
  'variable' | 'scheme' | 'blank' | 'blankInside' | 'uppercase' | 'id' | 'digest' | 'tag' | 'repository';

export interface InvalidImage {
  readonly reason: Reason;
  /** The reference that was most likely meant, where only case and blanks differ. */
  readonly meant?: string;
}

const placeholder = /\$\{|\$\(|\$[A-Za-z_]|\{\{|%\w+%|<[^<>]+>/;
const imageId = /^[a-f0-9]{64}$/;
const blank = /\s/;
const uppercase = /[A-Z]/;

/** Why the kubelet cannot take a reference; undefined: it can. */
export function whyInvalid(image: string): InvalidImage | undefined {
  if (imageReference(image).valid) return undefined;
  if (placeholder.test(image)) return { reason: 'variable' };
  if (image.includes('://')) return { reason: 'scheme' };
  const meant = lowerCase(withoutBlanks(image));
  if (parseImageReference(meant).valid) return { reason: blank.test(image) ? 'blank' : 'uppercase', meant };
  return { reason: reasonOf(image) };
}

function reasonOf(image: string): Reason {
  if (blank.test(image.trim())) return 'blankInside';
  if (imageId.test(image)) return 'id';
  const { repository, tag, digest } = parts(image);
  if (digest !== undefined && parseImageReference(repository + (tag ?? '')).valid) return 'digest';
  if (tag !== undefined && parseImageReference(repository).valid) return 'tag';
  return uppercase.test(repository) && parseImageReference(lowerCase(repository)).valid ? 'uppercase' : 'repository';
}

interface Parts {
  readonly repository: string;
  /** With its colon. */
  readonly tag?: string;
  /** With its `@`. */
  readonly digest?: string;
}

/** Cut at the signs, whatever stands between them. */
function parts(image: string): Parts {
  const at = image.indexOf('@');
  const name = at < 0 ? image : image.slice(0, at);
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return {
    repository: colon < 0 ? name : name.slice(0, colon),
    ...(colon < 0 ? {} : { tag: name.slice(colon) }),
    ...(at < 0 ? {} : { digest: image.slice(at) }),
  };
}

/** Blanks around the reference and its signs; one between two words may have been any sign. */
function withoutBlanks(image: string): string {
  return image
    .split(/([:@/])/)
    .map((part) => part.trim())
    .join('');
}

/** Tags alone know upper case. */
function lowerCase(image: string): string {
  const { repository, tag = '', digest = '' } = parts(image);
  return repository.toLowerCase() + tag + digest.toLowerCase();
}
