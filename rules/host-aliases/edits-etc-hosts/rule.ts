import { defineRule, type ContainerView, type Finding } from '@podlint/engine/rule';
import { readCommandLine } from '@podlint/kubelet';
import { commandPlaces } from '../../kit/command-places.js';
import { editsIn, hostsFile } from './edits.js';
import { moveToHostAliases, removalOf, type EditedPlace } from './fix.js';

type Message = 'edits' | 'init' | 'replaces';

export default defineRule<Message>({
  id: 'host-aliases/edits-etc-hosts',
  level: 'error',
  fix: 'unsafe',
  summary: 'A command that edits /etc/hosts, which the kubelet writes anew',
  brief: 'edits /etc/hosts, lost at restart',
  messages: {
    edits:
      'The {what} of container "{name}" writes to /etc/hosts. The kubelet owns that file and writes it anew each time a container of the Pod starts, so the entries are lost sooner or later. List them in the hostAliases of the Pod.',
    init: 'Init container "{name}" writes to /etc/hosts. The kubelet writes that file anew when the next container starts, so no other container ever sees the entries. List them in the hostAliases of the Pod.',
    replaces:
      'The {what} replaces /etc/hosts with "{program}", which fails in a container. The kubelet mounts that file, so container "{name}" gets "Device or resource busy". List the entries in the hostAliases of the Pod.',
  },
  pod(pod, report) {
    if (pod.spec.os?.name === 'windows') return;
    const places = pod.containers.flatMap(editedPlaces);
    if (places.length === 0) return;
    const movable = places.filter(removalOf);
    const fixes = movable.length > 0 ? [moveToHostAliases(pod, movable)] : [];
    for (const place of places) report({ ...findingOn(place), fixes: movable.includes(place) ? fixes : [] });
  },
});

function editedPlaces(container: ContainerView): EditedPlace[] {
  const { value } = container;
  // A file that a volume brings is none of the kubelet's (makeMounts, pkg/kubelet/kubelet_pods.go).
  if (!namesHostsFile(value) || value.volumeMounts?.some(({ mountPath }) => mountPath === hostsFile)) return [];
  return commandPlaces(container).flatMap((place) => {
    const line = isNamedIn(place.words) ? readCommandLine(place.words) : undefined;
    const edits = line ? editsIn(line) : [];
    return edits.length > 0 ? [{ container, place, script: line?.script, edits }] : [];
  });
}

/** Most containers are done with here. */
function namesHostsFile({
  command,
  args,
  lifecycle,
  startupProbe,
  livenessProbe,
  readinessProbe,
}: ContainerView['value']): boolean {
  if (isNamedIn(command) || isNamedIn(args)) return true;
  if (lifecycle && (isNamedIn(lifecycle.postStart?.exec?.command) || isNamedIn(lifecycle.preStop?.exec?.command)))
    return true;
  return (
    isNamedIn(startupProbe?.exec?.command) ||
    isNamedIn(livenessProbe?.exec?.command) ||
    isNamedIn(readinessProbe?.exec?.command)
  );
}

function isNamedIn(words: readonly string[] | undefined): boolean {
  return words?.some((word) => word.includes(hostsFile)) ?? false;
}

function findingOn({ container, place, script, edits }: EditedPlace): Finding<Message> {
  const at = script ? place.at(script.word) : place.field;
  const program = edits.find(({ replacedBy }) => replacedBy)?.replacedBy;
  const message = program ? 'replaces' : container.role === 'init' ? 'init' : 'edits';
  return { at, message, data: { name: container.name, what: place.what, ...(program ? { program } : {}) } };
}
