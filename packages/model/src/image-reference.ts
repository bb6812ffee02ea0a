/** What an image reference names, or that it names nothing that a kubelet could pull. */
export type ImageReference = PullableImage | { readonly valid: false };

export interface PullableImage {
  readonly valid: true;
  /** Registry and name in full: `nginx` is `docker.io/library/nginx`. */
  readonly repository: string;
  /** `latest` where the reference has neither tag nor digest; empty where it has a digest alone. */
  readonly tag: string;
  /** `sha256:...`, or empty. */
  readonly digest: string;
}

/** The grammar of a reference in full, github.com/distribution/reference v0.6.0, regexp.go. */
const domainLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const domain = `(?:${domainLabel}(?:\\.${domainLabel})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathComponent = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const path = `${pathComponent}(?:/${pathComponent})*`;
const tag = '\\w[\\w.-]{0,127}';
/**
 * Any algorithm fits the grammar, but only these can be computed (github.com/opencontainers/go-digest, algorithm.go).
 */
const digest = 'sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}';
const reference = new RegExp(
  `^(?:(?<domain>${domain})/)?(?<path>${path})(?::(?<tag>${tag}))?(?:@(?<digest>${digest}))?$`,
);

/** The ID of an image, which looks like a name but is none. */
const imageId = /^[a-f0-9]{64}$/;

const maxPathLength = 255;
const dockerHub = 'docker.io';
const legacyDockerHub = 'index.docker.io';

/**
 * Reads a reference as the kubelet does (ParseImageName in pkg/util/parsers, on ParseNormalizedNamed of
 * distribution/reference).
 */
export function parseImageReference(text: string): ImageReference {
  const parts = imageId.test(text) ? undefined : reference.exec(inFull(text))?.groups;
  if (!parts?.path || parts.path.length > maxPathLength) return { valid: false };
  return {
    valid: true,
    repository: parts.domain ? `${parts.domain}/${parts.path}` : parts.path,
    tag: parts.tag ?? (parts.digest ? '' : 'latest'),
    digest: parts.digest ?? '',
  };
}

/** The pull policy of a container that names none (SetDefaults_Container, pkg/apis/core/v1/defaults.go). */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const parsed = parseImageReference(image);
  return parsed.valid && parsed.tag === 'latest' ? 'Always' : 'IfNotPresent';
}

/** Adds what a short name leaves out (splitDockerDomain, normalize.go). */
function inFull(text: string): string {
  const slash = text.indexOf('/');
  const registry = slash < 0 ? '' : registryOf(text.slice(0, slash));
  const rest = registry === '' ? text : text.slice(slash + 1);
  if (registry !== '' && registry !== dockerHub) return `${registry}/${rest}`;
  return rest.includes('/') ? `${dockerHub}/${rest}` : `${dockerHub}/library/${rest}`;
}

/** The registry, if that is what stands before the first "/"; else the empty text, as it is a name on Docker Hub. */
function registryOf(first: string): string {
  if (first === legacyDockerHub) return dockerHub;
  const isRegistry = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
  return isRegistry ? first : '';
}
