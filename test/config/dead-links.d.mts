export function deadLinks(directory: string): readonly string[];
