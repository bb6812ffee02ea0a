import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, networking } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { type BackendRules, validateBackend } from './backend.js';

const says = defineMessages('ingress-path', {
  'no-paths': 'The rule is about no path. List at least one, such as path: / with pathType: Prefix.',
  'no-path-type':
    'pathType is not set. It says how the path is compared. Set it to Prefix, Exact or ImplementationSpecific.',
  'not-absolute': '"{path}" does not begin with "/", as the path of a request does. Write it from the root on.',
  'odd-part': '"{path}" holds "{part}", which paths of requests do not have once they are normalised. Remove it.',
});

type HTTPIngressPath = Decoded<networking.HTTPIngressPath>;

const pathTypes = ['Prefix', 'Exact', 'ImplementationSpecific'];
const oddParts = ['//', '/./', '/../', '%2f', '%2F'];
const oddEnds = ['/..', '/.'];

/** validateHTTPIngressRuleValue, pkg/apis/networking/validation. */
export function validatePaths(
  { paths = [] }: Decoded<networking.HTTPIngressRuleValue>,
  rules: BackendRules,
  path: FieldPath,
  context: Context,
): void {
  const pathsPath = path.child('paths');
  if (paths.length === 0) context.report.required(pathsPath, says['no-paths']());
  paths.forEach((entry, i) => validateEntry(entry, rules, pathsPath.index(i), context));
}

function validateEntry(entry: HTTPIngressPath, rules: BackendRules, path: FieldPath, context: Context): void {
  const { pathType, backend = {} } = entry;
  if (pathType === undefined) {
    context.report.required(path.child('pathType'), says['no-path-type']());
    return;
  }
  if (pathTypes.includes(pathType)) validatePath(entry, path.child('path'), context);
  else context.report.notSupported(path.child('pathType'), pathType, pathTypes);
  validateBackend(backend, rules, path.child('backend'), context);
}

/** What a controller makes of a path of its own it may say itself; only that it is absolute is settled. */
function validatePath({ path: text = '', pathType }: HTTPIngressPath, path: FieldPath, context: Context): void {
  const isOwn = pathType === 'ImplementationSpecific';
  if (!text.startsWith('/') && !(isOwn && text === ''))
    context.report.invalid(path, says['not-absolute']({ path: text }));
  if (isOwn) return;
  for (const part of oddParts.filter((odd) => text.includes(odd)))
    context.report.invalid(path, says['odd-part']({ path: text, part }));
  for (const part of oddEnds.filter((odd) => text.endsWith(odd)))
    context.report.invalid(path, says['odd-part']({ path: text, part }));
}
