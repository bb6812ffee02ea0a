import { semanticEqual, type Decoded, type core } from '@podlint/model';

type Toleration = Decoded<core.Toleration>;

/** Tolerations without those that another one covers (MergeTolerations, pkg/util/tolerations). */
export function mergeTolerations(all: readonly Toleration[]): Toleration[] {
  const merged: Toleration[] = [];
  for (const [i, toleration] of all.entries()) {
    const isCovered = merged.some((other) => covers(other, toleration));
    const later = all.slice(i + 1).some((other) => !isSame(other, toleration) && covers(other, toleration));
    if (!isCovered && !later) merged.push(toleration);
  }
  return merged;
}

function isSame(a: Toleration, b: Toleration): boolean {
  return semanticEqual(a, b, 'tolerations');
}

/** isSuperset */
function covers(larger: Toleration, toleration: Toleration): boolean {
  if (isSame(larger, toleration)) return true;
  const { key = '', effect = '', operator = '', value = '' } = larger;
  if ((toleration.key ?? '') !== key && (key !== '' || operator !== 'Exists')) return false;
  if ((toleration.effect ?? '') !== effect && effect !== '') return false;
  if (effect === 'NoExecute' && !lastsAsLong(larger, toleration)) return false;
  if (operator === 'Exists') return true;
  const isEqual = operator === 'Equal' || operator === '';
  return isEqual && toleration.operator === 'Equal' && (toleration.value ?? '') === value;
}

function lastsAsLong({ tolerationSeconds: most }: Toleration, { tolerationSeconds: wanted }: Toleration): boolean {
  return most === undefined || (wanted !== undefined && wanted <= most);
}
