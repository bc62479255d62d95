/** The text of a scorecard in which only what a test is about is written out. */
export interface Written {
  readonly version?: string;
  readonly fields?: string;
  readonly mining?: string;
  readonly attributes?: string;
  readonly characteristics: string;
  readonly beside?: string;
}

export function documentOf({
  version = "4.4",
  fields = '<DataField name="age" optype="continuous" dataType="integer"/>',
  mining = '<MiningField name="age"/>',
  attributes = 'modelName="test" useReasonCodes="false"',
  characteristics,
  beside = "",
}: Written): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<PMML xmlns="http://www.dmg.org/PMML-${version.replace(".", "_")}" version="${version}">
  <Header copyright="test"/>
  <DataDictionary>${fields}</DataDictionary>
  <Scorecard functionName="regression" ${attributes}>
    <MiningSchema>${mining}</MiningSchema>
    ${beside}
    <Characteristics>${characteristics}</Characteristics>
  </Scorecard>
</PMML>
`;
}

export const simple = (field: string, operator: string, value?: number | string): string =>
  `<SimplePredicate field="${field}" operator="${operator}"${value === undefined ? "" : ` value="${String(value)}"`}/>`;

export const compound = (operator: string, ...parts: readonly string[]): string =>
  `<CompoundPredicate booleanOperator="${operator}">${parts.join("")}</CompoundPredicate>`;

export const attribute = (points: number | string, predicate: string, code?: string): string =>
  `<Attribute partialScore="${String(points)}"${code === undefined ? "" : ` reasonCode="${code}"`}>${predicate}</Attribute>`;

export const characteristic = (name: string, ...attributes: readonly string[]): string =>
  `<Characteristic name="${name}">${attributes.join("")}</Characteristic>`;

/** A characteristic of one number, by attributes. */
export const ofField = (name: string, optype: string, dataType: string, inside = ""): string =>
  `<DataField name="${name}" optype="${optype}" dataType="${dataType}">${inside}</DataField>`;
