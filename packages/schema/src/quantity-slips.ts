import { own } from '@podlint/plain';

/** Units as other tools write them, in lower case, and what they are in Kubernetes: decimal ones stay decimal. */
const units: Readonly<Record<string, string>> = {
  kb: 'k',
  mb: 'M',
  gb: 'G',
  tb: 'T',
  pb: 'P',
  kbi: 'Ki',
  mbi: 'Mi',
  gbi: 'Gi',
  tbi: 'Ti',
  pbi: 'Pi',
  ki: 'Ki',
  mi: 'Mi',
  gi: 'Gi',
  ti: 'Ti',
  pi: 'Pi',
  kib: 'Ki',
  mib: 'Mi',
  gib: 'Gi',
  tib: 'Ti',
  pib: 'Pi',
  b: '',
  bytes: '',
  core: '',
  cores: '',
  cpu: '',
  cpus: '',
  mcpu: 'm',
  millicores: 'm',
};
const amountAndUnit = /^([+-]?\d+(?:\.\d+)?)\s*([A-Za-z]+)$/;
const realUnit = /^(?:[numkMGTPE]|[KMGTPE]i)$/;

/** The quantity that was plainly meant by a text that is none: `500 MB` is `500M`, `1gi` and `1 Gi` are `1Gi`. */
export function meantQuantity(text: string): string | undefined {
  const [, amount, unit = ''] = amountAndUnit.exec(text.trim()) ?? [];
  const meant = realUnit.test(unit) ? unit : own(units, unit.toLowerCase());
  return amount === undefined || meant === undefined ? undefined : amount + meant;
}
