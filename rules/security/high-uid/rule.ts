import { addition, defineRule, each, setting, type Field, type PodView, type Report } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { effective, inherits, isWindows } from '../../kit/security-context.js';

interface Options {
  readonly minimumUid: number;
  readonly minimumGid: number;
}

type Message = 'unset' | 'user' | 'group' | 'podUser' | 'podGroup';

export default defineRule<Message, Options>({
  id: 'security/high-uid',
  level: 'off',
  hasChoices: true,
  summary: 'A user or group ID that the node may have too',
  brief: 'user ID may exist on nodes',
  messages: {
    unset:
      'Container "{name}" runs under the user ID of its image. A user of the node may have the same ID; outside of its container the program would be that user. Set runAsUser to an ID of {minimum} or more.',
    user: 'Container "{name}" runs under the user ID {id}. A user of the node may have the same ID; outside of its container the program would be that user. Set runAsUser to an ID of {minimum} or more.',
    group:
      'Container "{name}" runs under the group ID {id}. A group of the node may have the same ID; outside of its container the program would have that group\'s files. Set runAsGroup to an ID of {minimum} or more.',
    podUser:
      'Containers of this Pod that name no user run under the user ID {id}. A user of the node may have the same ID; outside of their container they would be that user. Set runAsUser to an ID of {minimum} or more.',
    podGroup:
      "The containers of this Pod run with the group ID {id}. A group of the node may have the same ID; outside of their container they would have that group's files. Set {field} to an ID of {minimum} or more.",
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        minimumUid: { type: 'integer', minimum: 0, description: 'The lowest user ID that is not reported' },
        minimumGid: { type: 'integer', minimum: 0, description: 'The lowest group ID that is not reported' },
      },
      additionalProperties: false,
    },
    defaults: { minimumUid: 10_000, minimumGid: 10_000 },
  },
  pod(pod, report, { minimumUid, minimumGid }) {
    const context = pod.spec.securityContext;
    if (!context || sharesNoIds(pod)) return;
    const { runAsUser: user } = context;
    const isUserInherited = pod.containers.some((container) => inherits(container, 'runAsUser'));
    if (user !== undefined && user < minimumUid && isUserInherited)
      report({
        at: pod.at.securityContext.runAsUser,
        message: 'podUser',
        data: { id: user, minimum: minimumUid },
        choices: [setting(pod.at.securityContext.runAsUser, highId(minimumUid))],
      });
    reportGroups(pod, minimumGid, report);
  },
  container(container, report, { minimumUid, minimumGid }) {
    const { pod, name, value, at } = container;
    if (sharesNoIds(pod)) return;
    const { runAsUser: user, runAsGroup: group } = value.securityContext ?? {};
    const field = at.securityContext.runAsUser;
    const id = highId(minimumUid);
    if (user !== undefined && user < minimumUid)
      report({
        at: field,
        message: 'user',
        data: { name, id: user, minimum: minimumUid },
        choices: [setting(field, id)],
      });
    else if (minimumUid > 0 && effective(container, 'runAsUser') === undefined && !isPatch(container))
      report({ at: field, message: 'unset', data: { name, minimum: minimumUid }, choices: [addition(field, id)] });
    if (group !== undefined && group < minimumGid)
      report({ at: at.securityContext.runAsGroup, message: 'group', data: { name, id: group, minimum: minimumGid } });
  },
});

/** The first one above those that are often given out, or the lowest that will do. */
function highId(minimum: number): number {
  return Math.max(10_001, minimum);
}

/** In a user namespace the IDs are not those of the node, and Windows has none. */
function sharesNoIds(pod: PodView): boolean {
  return pod.spec.hostUsers === false || isWindows(pod);
}

/** The primary group, and those that each process has beside it. */
function reportGroups({ spec, at, containers }: PodView, minimum: number, report: Report<Message>): void {
  const { runAsGroup, fsGroup, supplementalGroups } = spec.securityContext ?? {};
  const check = (id: number | undefined, field: string, place: Field): void => {
    if (id !== undefined && id < minimum) report({ at: place, message: 'podGroup', data: { id, minimum, field } });
  };
  if (containers.some((container) => inherits(container, 'runAsGroup')))
    check(runAsGroup, 'runAsGroup', at.securityContext.runAsGroup);
  check(fsGroup, 'fsGroup', at.securityContext.fsGroup);
  for (const group of each(supplementalGroups, at.securityContext.supplementalGroups))
    check(group.value, 'supplementalGroups', group.at);
}
