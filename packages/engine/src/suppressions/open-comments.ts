import type { DirectiveComment } from './comments.js';

/**
 * Comments from earlier parts of a text that still speak of what follows: `disable-file`, and `disable` that nothing
 * has ended.
 */
export type OpenComments = readonly DirectiveComment[];

/** What is open behind a part, in which these comments stand, from its top down. */
export function openBehind(before: OpenComments, comments: readonly DirectiveComment[]): OpenComments {
  const open = comments.reduce<OpenComments>(withComment, before);
  // Before the next part, in their order.
  return open.map((comment, index) => ({
    ...comment,
    range: { start: index - open.length, end: index - open.length },
  }));
}

function withComment(open: OpenComments, comment: DirectiveComment): OpenComments {
  switch (comment.directive) {
    case 'disable-line':
    case 'disable-next-line':
      return open;
    case 'disable-file':
    case 'disable':
      return [...open, comment];
    case 'enable':
      return withEnd(open, comment);
  }
}

/** An end is kept only for what it ends a part of. */
function withEnd(open: OpenComments, end: DirectiveComment): OpenComments {
  const left = open.filter((opening) => opening.directive === 'disable-file' || !endsAll(opening, end));
  return left.some(({ directive }) => directive === 'disable')
    ? [...left, end]
    : left.filter(({ directive }) => directive === 'disable-file');
}

/** Whether nothing of what a comment disables is left. */
function endsAll({ directive, ids }: DirectiveComment, end: DirectiveComment): boolean {
  if (end.ids.length === 0) return true;
  return directive === 'disable' && ids.length > 0 && ids.every(({ id }) => end.ids.some((other) => other.id === id));
}
