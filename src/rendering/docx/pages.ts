/** Widths are in twentieths of a point: 1440 an inch, 567 a centimetre. */
export interface Page {
  readonly landscape: boolean;
  /** Width between the margins. */
  readonly width: number;
}

const LONG = 16838;
const SHORT = 11906;
const SIDE_MARGIN = 850;

/** A4 upright. */
export const PORTRAIT: Page = { landscape: false, width: SHORT - 2 * SIDE_MARGIN };

/** A4 on its side. */
export const LANDSCAPE: Page = { landscape: true, width: LONG - 2 * SIDE_MARGIN };

/** Size and margins of a page, with its header and its footer. */
export function sectionXml({ landscape }: Page): string {
  const [width, height, turned] = landscape ? [LONG, SHORT, ' w:orient="landscape"'] : [SHORT, LONG, ""];
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
    `<w:pgSz w:w="${String(width)}" w:h="${String(height)}"${turned}/>` +
    `<w:pgMar w:top="850" w:right="${String(SIDE_MARGIN)}" w:bottom="680" w:left="${String(SIDE_MARGIN)}" w:header="454" w:footer="340" w:gutter="0"/></w:sectPr>`
  );
}
