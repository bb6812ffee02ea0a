/**
 * Asks of a text again only if another one was asked of in between: of the text of a file each of its documents may ask,
 * and each who looks at it.
 */
export function rememberingLast<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return (text) => {
    const { answer } = last?.text === text ? last : (last = { text, answer: ask(text) });
    return answer;
  };
}
