import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('non-resource-url', {
  invalid: '"{url}" is not a path of the API server: {problem}.',
  empty: 'it is empty',
  'no-slash': 'it must start with "/"',
  space: 'it holds a space',
  'double-slash': 'it holds "//"',
  wildcard: 'a "*" stands for the rest of the path, behind the last "/"',
});

/** ValidateNonResourceURLPath, pkg/apis/flowcontrol/validation. */
export function validateNonResourceUrls(urls: readonly string[], path: FieldPath, { report }: Context): void {
  urls.forEach((url, i) => {
    const problem = urlProblem(url);
    if (problem) report.invalid(path.index(i), says.invalid({ url, problem }));
  });
}

function urlProblem(url: string): Message | undefined {
  if (url === '') return says.empty();
  if (url === '/') return undefined;
  if (!url.startsWith('/')) return says['no-slash']();
  if (url.includes(' ')) return says.space();
  if (url.includes('//')) return says['double-slash']();
  const first = url.indexOf('*');
  return first >= 0 && (first !== url.length - 1 || !url.endsWith('/*')) ? says.wildcard() : undefined;
}
