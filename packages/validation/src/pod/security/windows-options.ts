import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsSubdomainProblem } from '../../formats.js';

const says = defineMessages('windows-options', {
  'invalid-credential-spec-name': '"{name}" cannot be the name of a GMSACredentialSpec: {problem}.',
  'invalid-user': '"{name}" cannot be the name of a Windows user: {problem}.',
  'empty-credential-spec': 'The GMSA credential spec is empty. Fill it in, or remove it.',
  'credential-spec-too-long': 'The GMSA credential spec is longer than {limit} bytes; it should be a few hundred.',
});

const userSays = defineMessages('windows-user', {
  empty: 'it is empty; fill it in, or remove the field',
  'control-characters': 'it holds control characters',
  'several-backslashes': 'it holds more than one backslash, which separates the domain from the user',
  'domain-too-long': 'the domain is longer than {limit} characters',
  'invalid-domain': 'the domain is no NetBIOS and no DNS name',
  'no-user': 'the user is empty',
  'user-too-long': 'the user is longer than {limit} characters',
  'dots-and-spaces': 'the user is nothing but dots and spaces',
  'forbidden-characters': 'the user holds one of " / \\ : ; | = , + * ? < > @ [ ]',
});

/** In bytes; a GMSA credential spec has a few hundred. */
const maxCredentialSpec = 64 * 1024;
/** Exclusive. */
const domainLimit = 256;
const maxUserLength = 104;

/** `[[:cntrl:]]` of Go: ASCII only. */
// eslint-disable-next-line no-control-regex
const controlPattern = /[\0-\x1f\x7f]/;
/** Windows' old kind of domain name. */
const netBiosPattern = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const dnsDomainPattern =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const forbiddenInUserPattern = /["/\\:;|=,+*?<>@[\]]/;
const onlyDotsAndSpacesPattern = /^[. ]+$/;

/** The windowsOptions of a pod's or a container's security context (validateWindowsSecurityContextOptions). */
export function validateWindowsOptions(
  options: Decoded<core.WindowsSecurityContextOptions>,
  path: FieldPath,
  context: Context,
): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  if (gmsaCredentialSpecName !== undefined) {
    const problem = dnsSubdomainProblem(gmsaCredentialSpecName);
    if (problem)
      context.report.invalid(
        path.child('gmsaCredentialSpecName'),
        says['invalid-credential-spec-name']({ name: gmsaCredentialSpecName, problem }),
      );
  }
  if (gmsaCredentialSpec !== undefined)
    validateCredentialSpec(gmsaCredentialSpec, path.child('gmsaCredentialSpec'), context);
  if (runAsUserName !== undefined) {
    const problem = userNameProblem(runAsUserName);
    if (problem)
      context.report.invalid(path.child('runAsUserName'), says['invalid-user']({ name: runAsUserName, problem }));
  }
}

function validateCredentialSpec(spec: string, path: FieldPath, context: Context): void {
  if (spec === '') context.report.invalid(path, says['empty-credential-spec']());
  else if (byteLength(spec) > maxCredentialSpec)
    context.report.invalid(path, says['credential-spec-too-long']({ limit: maxCredentialSpec }));
}

/** `USER` or `DOMAIN\USER`; why the text is neither. */
function userNameProblem(name: string): Message | undefined {
  if (name === '') return userSays.empty();
  if (controlPattern.test(name)) return userSays['control-characters']();
  const parts = name.split('\\');
  if (parts.length > 2) return userSays['several-backslashes']();
  const [domain, user = ''] = parts.length === 2 ? parts : [undefined, name];
  return (domain === undefined ? undefined : domainProblem(domain)) ?? userProblem(user);
}

function domainProblem(domain: string): Message | undefined {
  if (byteLength(domain) >= domainLimit) return userSays['domain-too-long']({ limit: domainLimit - 1 });
  return netBiosPattern.test(domain) || dnsDomainPattern.test(domain) ? undefined : userSays['invalid-domain']();
}

function userProblem(user: string): Message | undefined {
  if (user === '') return userSays['no-user']();
  if (byteLength(user) > maxUserLength) return userSays['user-too-long']({ limit: maxUserLength });
  if (onlyDotsAndSpacesPattern.test(user)) return userSays['dots-and-spaces']();
  return forbiddenInUserPattern.test(user) ? userSays['forbidden-characters']() : undefined;
}
