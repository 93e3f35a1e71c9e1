import { undisguise } from "./disguise.ts";
import { fold } from "./fold.ts";

/**
 * What text says that is written for a program and not for a reader: orders to whoever summarizes it, turns of a pretended
 * conversation, markup that would act where it is shown. A sentence with any of it is no news, whoever chooses the sentences.
 * The classes are those of public collections of such attacks (BIPIA, garak); nothing here makes anything safe by itself: no
 * model's sentence is posted that its sources do not carry.
 */
const PLANTED: readonly RegExp[] = [
  // Orders to forget what one was told, in the languages such orders come in.
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|your|system|original|all)\b[^.!?]{0,30}\b(?:instructions?|prompts?|guidelines|directives?|programming|training|constraints|safeguards|rules)\b/i,
  /\b(?:ignore|disregard|forget|override)\b[^.!?]{0,20}\binstructions?\b[^.!?]{0,20}\b(?:above|before|you)\b|\b(?:anything|nothing) but (?:the following|this)\b/i,
  /\b(?:ignorier(?:e|en|t)?|missachte|vergiss|vergessen sie)\b[^.!?]{0,50}(?:anweisung|vorgabe|instruktion|prompt)/i,
  /\b(?:ignore[zr]?|oublie[zr]?)\b[^.!?]{0,50}(?:instructions|consignes|directives)/i,
  /\b(?:ignor(?:a|e|ad|en)|olvid(?:a|e|ad)|omit(?:e|a))\b[^.!?]{0,50}(?:instrucciones|indicaciones|istruzioni|instruções)/i,
  /\b(?:dimentica|esque(?:ça|ce))\b[^.!?]{0,50}(?:istruzioni|instruções)/i,
  /\b(?:negeer|vergeet)\b[^.!?]{0,50}(?:instructies|opdrachten)|\b(?:zignoruj|ignoruj)[^.!?]{0,50}(?:instrukcj|polece)|talimat[^.!?]{0,30}(?:yok say|görmezden)/i,
  /(?:игнорируй|забудь|не обращай)[^.!?]{0,60}(?:инструкци|указани|промпт)/i,
  /(?:忽略|无视|無視|忘记|忘掉)[^。！？]{0,20}(?:指令|指示|提示|说明)|(?:指示|命令|プロンプト)[^。]{0,10}(?:無視|忘れ)|(?:지시|명령|프롬프트)[^.]{0,15}(?:무시|잊)/,
  /(?:تجاهل|انس)[^.؟!]{0,40}(?:التعليمات|الأوامر)/,
  // Speaking to a program.
  /\b(?:if you are|you are(?: now)?|note (?:to|for)|attention|dear|hey|hello|message (?:to|for)|instructions? (?:to|for))[,:]? (?:an? |the |any |all )?(?:ai|artificial intelligence|(?:large )?language models?|llms?|chatbots?|bots?|assistants?|summari[sz]ers?|model|chatgpt|gpt|claude|gemini)\b/i,
  /\bas an ai (?:language )?(?:model|assistant)\b|\b(?:developer|debug|dan|jailbreak|god) mode\b|\bfrom now on,? you\b|\bnew instructions?:/i,
  /\b(?:you are now|pretend (?:to be|you are)) (?:an?|the|in)\b|\bdu bist (?:jetzt|nun) ein|\btu es (?:maintenant|désormais)\b|\bahora eres\b|\bты теперь\b|你现在是/i,
  /\b(?:in|into|of|with|from|to|before|after) your (?:summary|summaries|response|answer|reply|output|briefing|digest|next message)\b/i,
  /\b(?:you must|you should|please|do not|don't|always|instead|only|just|and|then)[,:]? (?:now )?(?:say|reply|respond|answer|output|print|post|append|write|tell)(?: back)? (?:only|exactly|with|the following|this|to the (?:user|reader|channel)|the (?:users?|readers?|channel)|everyone|everybody)\b/i,
  /^\W{0,3}(?:reply|respond|answer|output|print|repeat|append|summari[sz]e|translate) (?:only|exactly|with|the following|this|the text|everything|in|as)\b/i,
  /\b(?:antworte|schreibe?|gib) (?:nur|ausschließlich|genau|folgende)|\bréponde?[sz] (?:uniquement|seulement|exactement)|\bresponde (?:solo|únicamente|exactamente)|(?:ответь|напиши)(?:те)? только|只(?:回答|回复|输出)/i,
  // Giving it something to do with what it writes.
  /\b(?:in|into|of|with|to) (?:the|a|any|every|this|each|all) (?:summary|summaries)\b[^.!?]{0,40}[;,:] (?:mention|include|say|write|put)\b|\bwhen(?:ever)? you (?:summari[sz]e|translate|rewrite|answer|write (?:this|it) up)\b/i,
  /^\W{0,3}(?:translate|rewrite|summari[sz]e|paraphrase|decode|write) (?:the|this|a|all|everything)\b[^.!?]{0,40}\b(?:article|text|paragraphs?|page|summary|briefing|above|below)\b/i,
  /\byour (?:task|role|output) (?:is|should|must)(?: to)? (?:answer|write|reply|respond|output|print|say|summari[sz]e|translate|be)\b|\bbefore answering\b/i,
  /\b(?:i|we) (?:hereby )?authori[sz]e you\b|\bas (?:the|your) system administrator\b/i,
  /\bevery (?:summary|briefing|bullet|answer|response) (?:has to|must|should) (?:contain|include|end|begin|mention|say)\b/i,
  /\b(?:assistants?|ais?|language models?|summari[sz]ers?|chatbots?|bots?)(?: (?:reading|that reads?|who reads?) (?:this|it))?,? (?:must|should|shall|has to|have to|append|add|write|include) (?:tell|include|say|write|append|add|mention|print|answer|publish|its|the|that|this|an?|in)?\b/i,
  /\bfor (?:an? |the |any )?(?:ais?|llms?|language models?|chatbots?|assistants?)\s?:|\b(?:call|use|invoke) the (?:tool|function)\b|\b(?:rot13|base64)\b|\bend of output\b/i,
  /^\W{0,3}(?:summary|tl;?dr|headline)(?: of (?:the|this) \w{1,20})?\s?:|\{\s?"\w{1,20}"\s?:/i,
  // Asking for what a program keeps to itself.
  /\bsystem[ -]?prompt|\b(?:hidden|initial|secret) (?:prompt|instructions)\b|\bapi[ _-]?keys?\b|\bbot tokens?\b|\byour (?:password|credentials|access token|prompt|instructions)\b|системн(?:ый|ого|ым) промпт|系统提示|システムプロンプト/i,
  // Turns of a conversation that is not one, and ends of fences that are none.
  /<\|[^|>]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|user|human|instructions?|prompt|article|document|data|context)>/i,
  /^\W{0,4}(?:system|assistant|developer|user|human|ai|chatgpt|claude|llm|tool)(?: (?:message|prompt|note|update|override|instructions?))?\s?:(?:\s|$)/i,
  /##\s?(?:system|instructions?|response|assistant|user|new task|end)\b|\b(?:begin|end|start) of (?:the )?(?:system|prompt|instructions?|article|document|data|context|text)\b|[-=<>]{3}\s?(?:begin|end|system|article|user|assistant)\b/i,
  // What would call people, lead somewhere, load something or run where it is shown.
  /@(?:everyone|here|channel)\b|<[!@#][^>\s]{1,60}>/i,
  /!?\[[^\]\n]{0,200}\]\s?\([^)]{1,500}\)|\b(?:https?|hxxps?|ftp|javascript|data):\/{0,2}[^\s:]|\bwww\.\w|(?<=[\w-])\.[a-z]{2,12}\/[\w?=%&~#-]/i,
  /<!--|\balt\s?=\s?["']|\bog:\w|<(?:img|a|script|iframe|svg|style|div|span|link|meta)\b/i,
  /(?<![\w+/-])[\w+/-]{48}/,
];

/** Whether a sentence speaks to a program, or acts where it is shown. Reads it as it is seen: without what is invisible or disguised. */
export function isPlanted(sentence: string): boolean {
  const seen = PLAIN.test(sentence) ? sentence : fold(sentence).text;
  const plain = undisguise(seen);
  return PLANTED.some((pattern) => pattern.test(seen) || (plain !== seen && pattern.test(plain)));
}

/** Letters and marks that folding would leave as they are, or that no pattern asks for. */
const PLAIN = /^[\n -~ ¡-ſ–—‘’“”…€]*$/;
