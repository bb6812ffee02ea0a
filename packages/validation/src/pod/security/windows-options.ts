import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsSubdomainProblem } from '../../formats.js';

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
        `"${gmsaCredentialSpecName}" cannot be the name of a GMSACredentialSpec: ${problem}.`,
      );
  }
  if (gmsaCredentialSpec !== undefined)
    validateCredentialSpec(gmsaCredentialSpec, path.child('gmsaCredentialSpec'), context);
  if (runAsUserName !== undefined) {
    const problem = userNameProblem(runAsUserName);
    if (problem)
      context.report.invalid(
        path.child('runAsUserName'),
        `"${runAsUserName}" cannot be the name of a Windows user: ${problem}.`,
      );
  }
}

function validateCredentialSpec(spec: string, path: FieldPath, context: Context): void {
  if (spec === '') context.report.invalid(path, 'The GMSA credential spec is empty. Fill it in, or remove it.');
  else if (byteLength(spec) > maxCredentialSpec)
    context.report.invalid(
      path,
      `The GMSA credential spec is longer than ${maxCredentialSpec} bytes; it should be a few hundred.`,
    );
}

/** `USER` or `DOMAIN\USER`; why the text is neither. */
function userNameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty; fill it in, or remove the field';
  if (controlPattern.test(name)) return 'it holds control characters';
  const parts = name.split('\\');
  if (parts.length > 2) return 'it holds more than one backslash, which separates the domain from the user';
  const [domain, user = ''] = parts.length === 2 ? parts : [undefined, name];
  return (domain === undefined ? undefined : domainProblem(domain)) ?? userProblem(user);
}

function domainProblem(domain: string): string | undefined {
  if (byteLength(domain) >= domainLimit) return `the domain is longer than ${domainLimit - 1} characters`;
  return netBiosPattern.test(domain) || dnsDomainPattern.test(domain)
    ? undefined
    : 'the domain is no NetBIOS and no DNS name';
}

function userProblem(user: string): string | undefined {
  if (user === '') return 'the user is empty';
  if (byteLength(user) > maxUserLength) return `the user is longer than ${maxUserLength} characters`;
  if (onlyDotsAndSpacesPattern.test(user)) return 'the user is nothing but dots and spaces';
  return forbiddenInUserPattern.test(user) ? 'the user holds one of " / \\ : ; | = , + * ? < > @ [ ]' : undefined;
}
