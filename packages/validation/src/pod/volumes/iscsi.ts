import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength } from '../../formats.js';
import { validateLun } from './network-sources.js';
import { requireFields } from './required.js';
import type { SourceCheck, VolumeScope } from './types.js';

const says = defineMessages('iscsi-volume', {
  'target-portal': 'the address of the iSCSI target, "host" or "host:port"',
  iqn: 'the name of the target, such as "iqn.2001-04.com.example:storage"',
  'chap-without-secret': 'CHAP is switched on, and takes its user and password from a Secret. Name it in "secretRef".',
  'invalid-name':
    '"{name}" is not an iSCSI name. Write "iqn.YEAR-MONTH.REVERSED-DOMAIN:NAME", "eui." and 16 digits, or "naa." and 32 digits.',
  'interface-too-long':
    '"{name}" is longer than {limit} characters. With "iscsi.initiatorName" set it becomes the name of an interface, which has no more. Shorten the volume\'s name.',
});

/**
 * The three forms of an iSCSI name (iscsiInitiator*Regex, pkg/apis/core/validation/validation.go).
 * Go's `.` and `\s` are spelled out, since JavaScript's cover other characters.
 */
const nameForms: ReadonlyMap<string, (name: string) => boolean> = new Map([
  ['iqn', holdsIqn],
  ['eui', (name: string): boolean => /^eui[^\n][A-Za-z0-9]{16}$/u.test(name)],
  ['naa', (name: string): boolean => /^naa[^\n][A-Za-z0-9]{32}$/u.test(name)],
]);

/** Anywhere, up to the end: `iqn`, a month, the name of an authority, a colon, and anything without these characters. */
function holdsIqn(name: string): boolean {
  const parts = name.split(':');
  const lastRefused = parts.findLastIndex((part) => /[,;*&$|\t\n\f\r ]/.test(part));
  const isLastEmpty = parts.at(-1) === '';
  return parts
    .slice(Math.max(lastRefused, 0), isLastEmpty ? -2 : -1)
    .some((part) => /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]/.test(authorityAtEnd(part)));
}

/** As much of the end of a text as may belong to the name of an authority. */
function authorityAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && /[A-Za-z0-9.-]/.test(text[start - 1]!)) start--;
  return text.slice(start);
}

/** Bound of `<volume name>:<target portal>`, which becomes the name of an interface on the node. */
const maxInterfaceName = 64;

export const validateIscsi: SourceCheck<'iscsi'> = (iscsi, path, { context }) => {
  requireFields(
    iscsi,
    {
      targetPortal: says['target-portal'],
      iqn: says.iqn,
    },
    path,
    context,
  );
  if (iscsi.iqn) validateIscsiName(iscsi.iqn, path.child('iqn'), context);
  validateLun(iscsi.lun, path, context);
  if ((iscsi.chapAuthDiscovery || iscsi.chapAuthSession) && !iscsi.secretRef) {
    context.report.required(path.child('secretRef'), says['chap-without-secret']());
  }
  // The server writes this field without its capital N.
  if (iscsi.initiatorName !== undefined)
    validateIscsiName(iscsi.initiatorName, path.child('initiatorname'), context, path.child('initiatorName'));
};

function validateIscsiName(name: string, path: FieldPath, context: Context, at = path): void {
  if (nameForms.get(name.slice(0, 3))?.(name)) return;
  context.report.invalid(path, says['invalid-name']({ name }), { at });
}

/** Checked wherever the volume has an iSCSI source, even one too many (validateVolumeSource). */
export function validateIscsiInterfaceName({ volume, path, context }: VolumeScope): void {
  if (!volume.iscsi) return;
  const message = iscsiInterfaceMessage(volume.name, volume.iscsi);
  if (message) context.report.invalid(path.child('name'), message);
}

/** What is wrong with the name of the interface that the node would make for the volume. */
export function iscsiInterfaceMessage(
  volumeName = '',
  { initiatorName, targetPortal = '' }: { readonly initiatorName?: string; readonly targetPortal?: string },
): Message | undefined {
  const name = `${volumeName}:${targetPortal}`;
  if (initiatorName === undefined || byteLength(name) <= maxInterfaceName) return undefined;
  return says['interface-too-long']({ name, limit: maxInterfaceName });
}
