import { createLinterWith, type LinterOptions, type Report, type Rule } from '@podlint/engine';
import { defineRule } from '@podlint/engine/rule';

/**
 * Rules for tests of the engine, so that the catalogue can change: `test/tty` looks at containers, `test/host` at pods,
 * ...
 */
export const testRules: readonly Rule[] = [
  defineRule({
    id: 'test/tty',
    aliases: ['test/terminal'],
    level: 'warn',
    summary: 'A container with a terminal',
    messages: { tty: 'Container "{name}" has a terminal.' },
    container: (container, report) => {
      if (container.value.tty) report({ at: container.at.tty, message: 'tty', data: { name: container.name } });
    },
  }),
  defineRule({
    id: 'test/image',
    level: 'warn',
    summary: 'A container whose image is called what the option says',
    messages: { image: 'The image is "{image}".' },
    options: { schema: { type: 'object', properties: { image: { type: 'string' } } }, defaults: { image: 'bad' } },
    container: (container, report, { image }: { image: string }) => {
      if (container.value.image === image) report({ at: container.at.image, message: 'image', data: { image } });
    },
  }),
  defineRule({
    id: 'test/host',
    level: 'info',
    summary: 'A pod in the network of its node',
    messages: { host: 'The pod is in the network of its node.' },
    pod: (pod, report) => {
      if (pod.spec.hostNetwork) report({ at: pod.at.hostNetwork, message: 'host' });
    },
  }),
  defineRule({
    id: 'test/label',
    level: 'off',
    summary: 'An object without labels',
    messages: { label: 'No labels.' },
    object: (object, report) => {
      if (!object.metadata.labels) report({ at: object.at.metadata, message: 'label' });
    },
  }),
  defineRule({
    id: 'test/twins',
    level: 'warn',
    summary: 'Two objects of one name in the run',
    messages: { twin: 'Another object has that name.' },
    collects: { name: 'twins', of: () => ({}) },
    run: ({ collected }, report) => {
      const objects = collected.map(({ object }) => object);
      for (const object of objects)
        if (objects.some((other) => other !== object && other.name === object.name))
          report(object, { at: object.at.metadata.name, message: 'twin' });
    },
  }),
  defineRule({
    id: 'test/slow',
    level: 'warn',
    summary: 'Shows what the shared settings are',
    messages: { slow: 'Takes {time}, {files}.' },
    options: {
      schema: { type: 'object', properties: { startupTime: { type: 'object' }, staticPods: { type: 'array' } } },
      defaults: { startupTime: {}, staticPods: ['default/**'] },
    },
    object: (
      object,
      report,
      { startupTime, staticPods }: { startupTime: Record<string, string>; staticPods: string[] },
    ) => {
      const [time] = Object.values(startupTime);
      if (time !== undefined)
        report({ at: object.at.metadata, message: 'slow', data: { time, files: staticPods.join() } });
    },
  }),
];

export function lintText(text: string, options: LinterOptions = {}): Report {
  return createLinterWith(testRules, options).lint([{ path: 'a.yaml', text }]);
}

/** `code line`, from the top of the file down. */
export function found(report: Report): string[] {
  return report.files.flatMap((file) => file.diagnostics.map(({ code, range }) => `${code} ${range.start.line}`));
}
