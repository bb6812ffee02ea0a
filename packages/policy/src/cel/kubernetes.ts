import { Environment } from './environment.js';
import { cidrLibrary, ipLibrary } from './library/addresses.js';
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

/**
 * What every expression of Kubernetes 1.36 may use (apiserver/pkg/cel/environment/base.go), without variables. Not
 * among it: math, encoders, bindings, protos.
 */
export const kubernetesEnvironment = new Environment([
  standardLibrary,
  protobufLibrary,
  urlsLibrary,
  regexLibrary,
  kubernetesListsLibrary,
  authorizerLibrary,
  optionalLibrary,
  quantityLibrary,
  stringsLibrary,
  setsLibrary,
  ipLibrary,
  cidrLibrary,
  formatLibrary,
  comprehensionsLibrary,
  semverLibrary,
  listsLibrary,
]);
