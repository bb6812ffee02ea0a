/**
 * What a step of kuttl or Chainsaw compares objects of the cluster with: parts of objects, which nobody applies
 * (kudobuilder/kuttl, docs/testing/steps.md; kyverno/chainsaw, the names of steps by convention).
 */
const assertionName = /(?:^|\/)\d+-(?:assert|errors?)(?:-[^/]*)?\.ya?ml$/;

export function isTestAssertion(path: string): boolean {
  return assertionName.test(path);
}
