import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import { type Context, byteLength, dnsSubdomainProblem } from '@podlint/validation';

const says = defineMessages('job-spec', {
  'empty-manager':
    'The field is empty. Name the controller as "example.com/controller", or remove the field to leave the Job to Kubernetes.',
  'invalid-manager': '"{name}" does not name a controller as "example.com/controller" does: {problem}.',
  'manager-too-long': 'The name is longer than {limit} bytes.',
  'manager-without-domain': 'it needs a domain, "/" and a name',
  'manager-not-in-url': 'the part after "/" holds a character that cannot stand in a URL',
});

const maxManagedByBytes = 63;
const httpPathPattern = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** IsDomainPrefixedPath, apimachinery/pkg/util/validation. */
export function validateManagedBy(name: string, path: FieldPath, context: Context): void {
  if (name === '') {
    context.report.required(path, says['empty-manager']());
    return;
  }
  const problem = managedByProblem(name);
  if (problem) context.report.invalid(path, says['invalid-manager']({ name, problem }));
  if (byteLength(name) > maxManagedByBytes)
    context.report.tooLong(path, says['manager-too-long']({ limit: maxManagedByBytes }));
}

function managedByProblem(name: string): Message | undefined {
  const slash = name.indexOf('/');
  if (slash <= 0 || slash === name.length - 1) return says['manager-without-domain']();
  return (
    dnsSubdomainProblem(name.slice(0, slash)) ??
    (httpPathPattern.test(name.slice(slash + 1)) ? undefined : says['manager-not-in-url']())
  );
}
