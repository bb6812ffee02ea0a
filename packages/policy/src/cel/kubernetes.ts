import { Environment, type Library } from './environment.js';
import { cidrLibrary } from './library/cidr.js';
import { ipLibrary } from './library/ip.js';
import { authorizerLibrary } from './library/authorizer.js';
import { comprehensionsLibrary } from './library/comprehensions.js';
import { kubernetesListsLibrary } from './library/kubernetes-lists.js';
import { listsLibrary } from './library/lists.js';
import { formatLibrary } from './library/named-formats.js';
import { optionalLibrary } from './library/optional.js';
import { protobufLibrary } from './library/protobuf.js';
import { quantityLibrary } from './library/quantity.js';
import { regexLibrary } from './library/regex.js';
import { semverLibrary } from './library/semver.js';
import { setsLibrary } from './library/sets.js';
import { standardLibrary } from './library/standard.js';
import { stringsLibrary } from './library/strings.js';
import { urlsLibrary } from './library/urls.js';

/** What every expression may use, and since when (apiserver/pkg/cel/environment/base.go). */
const libraries: readonly (readonly [since: number, Library])[] = [
  [0, standardLibrary],
  [0, protobufLibrary],
  [0, urlsLibrary],
  [0, regexLibrary],
  [0, kubernetesListsLibrary],
  [27, authorizerLibrary],
  [28, optionalLibrary],
  [28, quantityLibrary],
  [0, stringsLibrary],
  [29, setsLibrary],
  [30, ipLibrary],
  [30, cidrLibrary],
  [31, formatLibrary],
  [32, comprehensionsLibrary],
  [33, semverLibrary],
  [34, listsLibrary],
];

const environments = new Map<number, Environment>();

/**
 * What every expression may use that a server compiles as one of that minor version, without variables. Of new
 * expressions that is the version before its own, to which it could go back. Not among it: math, encoders, bindings,
 * protos.
 */
export function environmentOf(minor: number): Environment {
  let environment = environments.get(minor);
  if (!environment) {
    environment = new Environment(libraries.filter(([since]) => since <= minor).map(([, library]) => library));
    environments.set(minor, environment);
  }
  return environment;
}

/** The same of Kubernetes 1.36. */
export const kubernetesEnvironment = environmentOf(36);
