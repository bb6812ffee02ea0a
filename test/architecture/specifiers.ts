import ts from 'typescript';

/** The modules that a file's imports and exports name, also for types alone, at its top and inside `import()`. */
export function specifiersOf(text: string): string[] {
  const file = ts.createSourceFile('file.ts', text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const nested = /\bimport\s*\(/.test(text) ? innerSpecifiers(file) : [];
  return [...file.statements.flatMap(statementSpecifier), ...nested];
}

function statementSpecifier(statement: ts.Statement): string[] {
  return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
    ? literalText(statement.moduleSpecifier)
    : [];
}

/** `import('x')` as an expression and as a type. */
function innerSpecifiers(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(...literalText(inner.arguments[0]));
    if (ts.isImportTypeNode(inner) && ts.isLiteralTypeNode(inner.argument))
      found.push(...literalText(inner.argument.literal));
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

function literalText(node: ts.Node | undefined): string[] {
  return node && ts.isStringLiteralLike(node) ? [node.text] : [];
}
