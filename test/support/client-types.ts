import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

/** The types of an OpenAPI document, as the clients have them. */
export async function clientTypes(document: string): Promise<string> {
  const nodes = await openapiTS(document, {
    // A field with a default is optional in a request.
    defaultNonNullable: false,
    transform: (schema) =>
      'pattern' in schema && schema.pattern === '\\{\\{' ? expressionType() : undefined,
  });
  return astToString(nodes);
}

/** `${string}{{${string}`: a text with an expression, so that not every text is taken for one. */
function expressionType(): ts.TypeNode {
  const { factory } = ts;
  const text = () => factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return factory.createTemplateLiteralType(factory.createTemplateHead(''), [
    factory.createTemplateLiteralTypeSpan(text(), factory.createTemplateMiddle('{{')),
    factory.createTemplateLiteralTypeSpan(text(), factory.createTemplateTail('')),
  ]);
}
