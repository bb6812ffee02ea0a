// An ESLint rule: no list is handed over as arguments of a built-in function. `push(...many)` and `Math.max(...many)` overflow
// the stack at some 120,000 items, and how many there are is for whoever wrote the manifest to say.

const takers = new Set([
  'push',
  'unshift',
  'splice',
  'concat',
  'fromCharCode',
  'fromCodePoint',
  'max',
  'min',
  'of',
  'assign',
]);

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      many: 'A long list overflows the stack here: use pushAll, replaceAll, largest or smallest of @podlint/plain, or a loop',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      'CallExpression[callee.property.name="apply"][arguments.length=2]'(node) {
        const [, list] = node.arguments;
        const isFunction = services.getTypeAtLocation(node.callee.object).getCallSignatures().length > 0;
        if (isFunction && list.type !== 'ArrayExpression') context.report({ node, messageId: 'many' });
      },
      'CallExpression > SpreadElement'(node) {
        const { callee } = node.parent;
        if (callee.type !== 'MemberExpression' || !takers.has(callee.property.name)) return;
        if (node.argument.type !== 'ArrayExpression') context.report({ node, messageId: 'many' });
      },
    };
  },
};
