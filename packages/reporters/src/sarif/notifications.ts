import type { Report } from '@podlint/engine';
import type { Notification } from 'sarif';
import { visible } from '../sanitize.js';
import { cutText } from './limit.js';
import { artifactLocation } from './location.js';

/** What a notification is about. */
export const notificationIds = { leftOut: 'left-out', setAside: 'set-aside', notChecked: 'not-checked' } as const;

/** What GitHub's limit keeps out of the results. */
export function cutNotifications(findings: number): Notification[] {
  const text = cutText(findings);
  return text === undefined
    ? []
    : [{ descriptor: { id: notificationIds.leftOut }, level: 'warning', message: { text } }];
}

/** What a baseline keeps out of the results. */
export function setAsideNotifications({ files }: Report, named: (path: string) => string): Notification[] {
  return files.flatMap(({ path, setAside }) =>
    setAside === undefined
      ? []
      : [notification(notificationIds.setAside, `Set aside by the baseline: ${setAside}`, named(path))],
  );
}

/** What was not checked, each with its reason and its place. */
export function skipNotifications({ files }: Report, named: (path: string) => string): Notification[] {
  return files.flatMap((file) => {
    const path = named(file.path);
    const whole = file.skipped === undefined ? [] : [skip(file.skipped, path)];
    return [
      ...whole,
      ...file.documents.flatMap(({ skipped, line }) => (skipped === undefined ? [] : [skip(skipped, path, line)])),
    ];
  });
}

function skip(reason: string, path: string, line?: number): Notification {
  return notification(notificationIds.notChecked, `Not checked: ${visible(reason)}`, path, line);
}

function notification(id: string, text: string, path: string, line?: number): Notification {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    descriptor: { id },
    level: 'note',
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(path), ...region } }],
  };
}
