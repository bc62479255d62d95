import { wordsOf } from "./words.ts";

/**
 * Words of ids and categories that usually mean how somebody looks; whole ids for those that mean something else in a
 * bank as well (the weight of a position). Not all there are: a code tells nothing.
 */
const USUAL_WORDS =
  /^(?:appearances?|looks|goodlooking|attractive|handsome|pretty|ugly|facial|complexion|physique|bmi|hair(?:style|colou?r)?|skin(?:tone|colou?r)?|tattoos?|clothes|clothing|attire|dresscode|grooming|bodyshape|bodytype)$|attractiveness|beaut(?:y|iful)|physicalappearance|容貌|外貌|相貌|样貌|樣貌|面貌|外表|长相|長相|颜值|顏值|五官|身高|体重|體重|身材|体型|體型|体态|體態|胖瘦|肤色|膚色|发型|髮型|穿着|穿著|衣着|衣著|打扮|妆容|妝容|纹身|紋身|美貌|漂亮|英俊/;

/** Measures of a person, when the id says nothing else than whose they are and in what unit. */
const MEASURES = /^(?:body|person|personal|customer|client|own)?(?:height|weight|build)(?:in)?(?:cm|kg|lbs?)?$/;

/** Whether ids and categories of a feature look like the appearance of a person. */
export function looksLikeAppearance(ids: readonly string[]): boolean {
  return ids.some((id) => {
    const words = wordsOf(id);
    const joined = words.join("");
    return [...words, joined].some((word) => USUAL_WORDS.test(word)) || MEASURES.test(joined);
  });
}
