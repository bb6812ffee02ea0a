import { defineMessages, type Message } from '@podlint/messages';
import { parseDuration } from '../duration.js';

const says = defineMessages('life-scenario', {
  clause: '"{clause}" is not a part of a scenario; write for example "{example}".',
  colon: '"{clause}": write a colon behind the name of the container, as in "{example}".',
  code: '"{clause}": a process ends with a code from 0 to 255, and {code} is none.',
  time: '"{clause}": "{time}" is no length of time; write for example 90s, 1m30s or 2h.',
  comma:
    '"{clause}" is not said of the same container: write a semicolon before it; commas join what is said of one container.',
});

/** How people begin what has another form here. */
const ofContainers: readonly (readonly [begins: RegExp, example: string])[] = [
  [/^(?:exit|crash|fail|die|error|panic)/i, 'exits 1 after 30s'],
  [/^(?:end|complet|finish|succe|done|stops? after|stopped)/i, 'ends after 30s'],
  [/^(?:oom|out|memory)/i, 'out of memory after 30s'],
  [/^(?:ready u)/i, 'ready until 60s'],
  [/^(?:ready|becomes|gets|starts|answers)/i, 'ready after 20s'],
  [/^(?:never|not|unready|hang)/i, 'never ready'],
  [/^(?:stop|shut|term)/i, 'stops in 5s'],
  [/^(?:ignor|sig)/i, 'ignores SIGTERM'],
  [/^(?:pull f|image)/i, 'pull fails 3 times'],
  [/^pull/i, 'pulls in 10s'],
  [/^pre-?stop/i, 'preStop takes 5s'],
  [/^post-?start f/i, 'postStart fails'],
  [/^post-?start/i, 'postStart takes 2s'],
  [/^(?:run|live|work|ok)/i, 'runs'],
];
const ofPods: typeof ofContainers = [
  [/^(?:delet|kill|remov)/i, 'deleted at 300s'],
  [/^(?:drain|evict|node)/i, 'drained at 300s'],
  [/^(?:file|static)/i, 'file removed at 300s'],
  [/^(?:gate|condition|readiness)/i, 'gate example.com/x True at 30s'],
  [/^(?:until|tell|for|horizon)/i, 'until 2h'],
];
const usual = 'exits 1 after 30s';

function exampleOf(clause: string, among: typeof ofContainers): string | undefined {
  return among.find(([begins]) => begins.test(clause))?.[1];
}

/** Why something behind the name of a container is nothing that can be said of one. */
export function problemOfContainer(clause: string, container: string): Message {
  return (
    problemInside(clause) ??
    says.clause({ clause, example: `${container}: ${exampleOf(clause, ofContainers) ?? usual}` })
  );
}

export function problemOfJoined(clause: string): Message {
  return says.comma({ clause });
}

/** Why a part that names no container is nothing that can be said of the Pod. `containers`: their names. */
export function problemOfPod(clause: string, containers: readonly string[]): Message {
  const named = containers.find((name) => clause.startsWith(`${name} `));
  if (named !== undefined) return says.colon({ clause, example: `${named}: ${clause.slice(named.length + 1)}` });
  const ofPod = exampleOf(clause, ofPods);
  if (ofPod !== undefined) return problemInside(clause) ?? says.clause({ clause, example: ofPod });
  return problemOfContainer(clause, containers[0] ?? 'app');
}

/** Of a part whose form is right: what is wrong with a number in it. */
function problemInside(clause: string): Message | undefined {
  const code = /^(?:exits (?:with )?|stops in \S+ with )(\d+)(?: |$)/i.exec(clause)?.[1];
  if (code !== undefined && Number(code) > 255) return says.code({ clause, code });
  const time =
    /^(?:exits .*after|ends after|out of memory after|ready (?:after|until)|stops in|pulls in|p\w+ takes|\w+(?: removed)? at|until) (.+?)(?: (?:once|always|\d+ times|with .*))?$/i.exec(
      clause,
    )?.[1];
  return time !== undefined && parseDuration(time).seconds === undefined ? says.time({ clause, time }) : undefined;
}
