// An ESLint rule: no list is handed over as arguments of a built-in function. `push(...many)` and `Math.max(...many)` overflow
// the stack at some 120,000 items, and how many there are is for whoever wrote the manifest to say.

const takers = new Set(['push', 'unshift', 'splice', 'concat', 'fromCharCode', 'fromCodePoint', 'max', 'min', 'apply']);

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      many: 'A long list overflows the stack here: use pushAll, replaceAll, largest or smallest of @podlint/plain',
    },
  },
  create(context) {
    return {
      'CallExpression > SpreadElement'(node) {
        const { callee } = node.parent;
        if (callee.type !== 'MemberExpression' || !takers.has(callee.property.name)) return;
        if (node.argument.type !== 'ArrayExpression') context.report({ node, messageId: 'many' });
      },
    };
  },
};
