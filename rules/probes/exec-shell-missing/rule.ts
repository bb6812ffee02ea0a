import { matchesImage, isShell } from '@podlint/kubelet';
import { defineRule, itemAt } from '@podlint/engine/rule';
import { imageReference, patternList } from '../../kit/images.js';
import { probeKinds } from '../../kit/probes.js';

interface Options {
  readonly images: readonly string[];
}

/** What comes without a shell, but for the tags that say otherwise. */
const shellLess = [
  'gcr.io/distroless/*',
  'cgr.dev/chainguard/*',
  'registry.k8s.io/pause',
  'k8s.gcr.io/pause',
  'docker.io/library/hello-world',
];
const withShell = /(?:^|[-_.])(?:debug|dev|shell|busybox)/;

export default defineRule<'missing', Options>({
  id: 'probes/exec-shell-missing',
  level: 'off',
  summary: 'An exec probe that calls a shell in an image that has none',
  messages: {
    missing:
      'The {probe} calls "{shell}", but image "{image}" has no shell, so the probe fails every time. Probe a port with httpGet, tcpSocket or grpc, or call a program that the image has.',
  },
  options: {
    schema: {
      type: 'object',
      properties: { images: patternList('Images that have no shell, besides those that podlint knows.') },
      additionalProperties: false,
    },
    defaults: { images: [] },
  },
  container({ value, at }, report, { images }) {
    for (const probe of probeKinds) {
      const shell = value[probe]?.exec?.command?.[0];
      if (shell === undefined || !value.image || !isShell(shell) || !hasNoShell(value.image, images)) continue;
      report({ at: itemAt(at[probe].exec.command, 0), message: 'missing', data: { probe, shell, image: value.image } });
    }
  },
});

function hasNoShell(image: string, more: readonly string[]): boolean {
  const reference = imageReference(image);
  if (!reference.valid) return false;
  if (more.some((pattern) => matchesImage(pattern, image))) return true;
  return (
    !withShell.test(reference.tag) &&
    !/(?:bash|busybox)/.test(reference.repository) &&
    shellLess.some((pattern) => matchesImage(pattern, image))
  );
}
