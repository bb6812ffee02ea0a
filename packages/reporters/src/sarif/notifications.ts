import type { Report } from '@podlint/engine';
import type { Notification } from 'sarif';
import { visible } from '../sanitize.js';
import { artifactLocation } from './location.js';

/** What was not checked, each with its reason and its place. */
export function skipNotifications({ files }: Report, named: (path: string) => string): Notification[] {
  return files.flatMap((file) => {
    const whole = file.skipped === undefined ? [] : [notification(named(file.path), file.skipped)];
    const parts = file.documents.flatMap(({ skipped, line }) => (skipped === undefined ? [] : [notification(named(file.path), skipped, line)]));
    return [...whole, ...parts];
  });
}

/** What a baseline keeps out of the results. */
export function setAsideNotifications({ summary: { setAside } }: Report): Notification[] {
  return setAside === undefined ? [] : [{ descriptor: { id: 'set-aside' }, level: 'note', message: { text: `Set aside by the baseline: ${setAside}` } }];
}

function notification(path: string, reason: string, line?: number): Notification {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    descriptor: { id: 'not-checked' },
    level: 'note',
    message: { text: `Not checked: ${visible(reason)}` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(path), ...region } }],
  };
}
