import type { CustomResources, Explanation } from '@podlint/engine';
import { statementsOf, timelineHtml, timelineSvg } from '@podlint/reporters';
import type { Position } from 'vscode-languageserver-types';
import type { FileView } from '../service/file-view.js';
import { explainedAt, nameOf } from './explained.js';

/** What the kubelet's probes do to containers, over time. */
export interface TimelinePicture {
  /** What the containers are of: `Pod web`; the file's name for several objects. */
  readonly heading: string;
  /** A part of a page, for a pane of any width; its style sheet gives the classes their colours. */
  readonly html: string;
  /** An SVG document for light and dark pages, without scripts. */
  readonly svg: string;
  /** Everything that it shows, in words. */
  readonly text: string;
}

/** Of the object at a position, if its containers have probes, or else of all in the file; null where there is none. */
export function timelineOf(
  file: FileView,
  position: Position | undefined,
  customResources?: CustomResources,
): TimelinePicture | null {
  const shown = explainedAt(file, position, ({ probes = [] }) => probes.length > 0, customResources);
  return shown.length > 0 ? draw(file, shown) : null;
}

function draw(file: FileView, shown: readonly Explanation[]): TimelinePicture {
  const heading = shown.length === 1 ? nameOf(shown[0]!) : (file.path.split('/').at(-1) ?? file.path);
  const timelines = shown.flatMap((explanation) =>
    explanation.probes!.map((timeline) =>
      shown.length === 1 ? timeline : { ...timeline, name: `${nameOf(explanation)}, ${timeline.name}` },
    ),
  );
  const text = timelines
    .map((timeline) =>
      [timeline.name, ...statementsOf(timeline).map((statement) => `${statement.topic}: ${statement.text}`)].join('\n'),
    )
    .join('\n\n');
  return { heading, html: timelineHtml(timelines), svg: timelineSvg(timelines, { heading }), text };
}
