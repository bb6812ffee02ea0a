// An ESLint rule: no plain object is indexed with a text. `table[word]` also finds `constructor` and `valueOf`, which every
// object has, so words of a manifest, a config or a command line are looked up in a Map or with `own` of packages/plain.
import ts from 'typescript';

const anyText = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping | ts.TypeFlags.Any;

/** Whether a value of the type can be any text. The names that a type lists, and those of a type's fields, are not. */
function isAnyText(type) {
  if (type.isUnion()) return type.types.some(isAnyText);
  if (type.isIntersection()) return type.types.some(isAnyText) && !type.types.some(isFieldName);
  return (type.flags & anyText) !== 0;
}

function isFieldName(type) {
  return (type.flags & ts.TypeFlags.Index) !== 0;
}

/** An expression without what is only claimed of its type. */
function unclaimed(node) {
  return node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression' ? unclaimed(node.expression) : node;
}

/** `for (const key in table)` goes through what the table itself has. */
function isForIn(node, object, key) {
  const [declaration] = node.type === 'ForInStatement' ? (node.left.declarations ?? []) : [];
  return declaration?.id.name === key && node.right.name === object;
}

/** What has to be true for the node to be reached. */
const conditionOf = {
  IfStatement: (node) => node.test,
  ConditionalExpression: (node) => node.test,
  LogicalExpression: (node) => (node.operator === '&&' ? node.left : undefined),
};

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      index: 'Any object has "constructor": look {{key}} up in a Map, or with own of @podlint/plain',
      set: 'A field "__proto__" cannot be set so: use setOwn of @podlint/plain',
      in: 'Any object has "constructor": ask Object.hasOwn',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const textOf = (node) => context.sourceCode.getText(node);
    const isText = (node) => isAnyText(services.getTypeAtLocation(unclaimed(node)));

    /** Whether Object.hasOwn was asked before, or the key is one of those that the object has. */
    function isKnown(node) {
      const [object, key] = [textOf(node.object), textOf(node.property)];
      const asked = `Object.hasOwn(${object}, ${key})`;
      return context.sourceCode.getAncestors(node).some((ancestor) => {
        const condition = conditionOf[ancestor.type]?.(ancestor);
        return (condition && textOf(condition).includes(asked)) || isForIn(ancestor, object, key);
      });
    }

    return {
      'MemberExpression[computed=true]'(node) {
        if (!isText(node.property) || isKnown(node)) return;
        const isSet = node.parent.type === 'AssignmentExpression' && node.parent.left === node;
        context.report({ node, messageId: isSet ? 'set' : 'index', data: { key: textOf(node.property) } });
      },
      'BinaryExpression[operator="in"]'(node) {
        if (node.left.type !== 'PrivateIdentifier' && isText(node.left)) context.report({ node, messageId: 'in' });
      },
    };
  },
};
