import { defineRule } from '@podlint/engine/rule';
import { isShell } from '@podlint/kubelet';
import { commandPlaces, type CommandPlace } from '../../kit/command-places.js';
import { patternList } from '../../kit/images.js';
import { mayBringPrograms } from './brought.js';
import { hasProgramAlone } from './images.js';
import { choicesOf } from './choices.js';
import { isTool } from './tools.js';

interface Options {
  readonly images: readonly string[];
}

type Message = 'command' | 'sleepHook' | 'handler';

export default defineRule<Message, Options>({
  id: 'commands/shell-missing',
  aliases: ['probes/exec-shell-missing'],
  level: 'warn',
  hasChoices: true,
  summary: 'A shell or tool that is called in an image which has none',
  brief: 'the image has no shell',
  messages: {
    command:
      'The command calls "{program}", but the image has no shell and no such tools. The image is "{image}", and container "{name}" cannot start. Name the program of the image itself, or use an image with a shell.',
    sleepHook:
      'The preStop hook calls "{program}", but the image has no shell and no such tools. With image "{image}" the hook fails at once and nothing waits. Use the sleep action: preStop: {sleep: {seconds: N}}.',
    handler:
      'The {what} calls "{program}", but the image has no shell and no such tools. With image "{image}" it fails every time. Probe a port with httpGet, tcpSocket or grpc, or call a program that the image has.',
  },
  options: {
    schema: {
      type: 'object',
      properties: { images: patternList('Images that have no shell, besides those that podlint knows.') },
      additionalProperties: false,
    },
    defaults: { images: [] },
  },
  container(container, report, { images }) {
    const { name, value } = container;
    const { image } = value;
    if (!image) return;
    const places = commandPlaces(container);
    if (places.length === 0 || !hasProgramAlone(image, images)) return;
    for (const place of places) {
      const program = place.words[0] ?? '';
      const isOwn = place.what !== 'command' || !!value.command?.length;
      if (!isOwn || !(isShell(program) || isTool(program)) || mayBringPrograms(container, program)) continue;
      report({
        at: place.at(0),
        message: messageOf(place),
        data: { name, program, image, what: place.what },
        choices: () => choicesOf(place, container),
      });
    }
  },
});

function messageOf({ what, words }: CommandPlace): Message {
  if (what === 'command') return what;
  return what === 'preStop hook' && words.some((word) => /\bsleep\b/.test(word)) ? 'sleepHook' : 'handler';
}
