/** `a Pod`, `an Ingress`. Kinds that start with U are spoken with a consonant: `a UnitedDeployment`. */
export function withArticle(kind: string): string {
  return `${/^(?:[AEIO]|HTTP)/.test(kind) ? 'an' : 'a'} ${kind}`;
}
