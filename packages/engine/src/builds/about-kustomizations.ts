import type { BuildFailure, Place, SeekingEntry } from '@podlint/kustomize/project';
import { defineMessages, type Message } from '@podlint/messages';
import type { Range } from '@podlint/syntax';
import type { Safety } from '../findings/diagnostic.js';
import { kustomizeCodes, type Code } from '../findings/codes.js';

const says = defineMessages('kustomization', {
  outside:
    '{problem} kubectl and kustomize refuse that unless they are given --load-restrictor LoadRestrictionsNone, as Flux and some settings of Argo CD do.',
  'idle-image': 'No image in the objects of this kustomization has this name, so the entry changes nothing.',
  'idle-patch': 'The target of this patch selects no object, so kustomize silently applies it to nothing.',
  rename: 'Rename to "{name}"',
});

/** Something that is wrong with a kustomization itself. */
export interface AboutKustomization {
  readonly code: Code;
  readonly message: Message;
  readonly place: Place | undefined;
  /** The folder of the build that shows it. */
  readonly root: string;
  readonly fix?: {
    readonly title: Message;
    readonly safety: Safety;
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

const codesOf: Readonly<Record<string, Code>> = {
  cycle: kustomizeCodes.cycle,
  'unknown-field': kustomizeCodes.unknown,
  'patch-no-target': kustomizeCodes.patch,
  'outside-root': kustomizeCodes.outside,
};

/** However the builder calls what follows from it. */
const missing: ReadonlySet<string> = new Set(
  ['no-such-path', 'folder-not-file', 'file-not-folder', 'no-kustomization'].map((key) => `kustomize/${key}`),
);

export function aboutFailure({ errorClass, said, place }: BuildFailure, root: string): AboutKustomization {
  const code = missing.has(said.id) ? kustomizeCodes.missing : (codesOf[errorClass] ?? kustomizeCodes.build);
  return { code, message: said, place, root, ...renamed(said, place) };
}

/** The field that was meant stands in what is said of the one that does not exist (kustomize: read/decode.ts). */
function renamed({ id, data }: Message, place: Place | undefined): Pick<AboutKustomization, 'fix'> {
  const { near: name } = data;
  if (id !== 'kustomize/field-misspelt' || typeof name !== 'string' || !place) return {};
  return { fix: { title: says.rename({ name }), safety: 'unsafe', edits: [{ range: place, text: name }] } };
}

export function aboutOutside({ said, place }: BuildFailure, root: string): AboutKustomization {
  return { code: kustomizeCodes.outside, message: says.outside({ problem: said }), place, root };
}

export function aboutIdle({ seeker, place }: SeekingEntry): AboutKustomization {
  return seeker === 'image'
    ? { code: kustomizeCodes.idleImage, message: says['idle-image'](), place, root: '' }
    : { code: kustomizeCodes.idlePatch, message: says['idle-patch'](), place, root: '' };
}
