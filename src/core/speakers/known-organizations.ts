/** Companies, outlets and movements whose names say nothing of what they are. */
const KNOWN: ReadonlySet<string> = new Set(
  `adidas airbnb airbus al-jazeera al-qaeda alibaba alphabet amazon amnesty apple aramco axios bild bloomberg bmw boeing breitbart
  buzzfeed chevron citigroup comcast daimler deloitte disney ebay europol exxon exxonmobil facebook fatah fifa fitch forbes fortune
  foxconn frontex gallup gazprom gizmodo goldman google greenpeace guardian hamas hezbollah houthis huawei huffpost ibm ikea infowars
  ing instagram intel interfax interpol isis jpmorgan kpmg lego likud lufthansa lukoil mckinsey mcdonald's mercedes meta microsoft
  monmouth monsanto moody's mozilla msnbc nasa nasdaq nestle netflix netscape newsweek nielsen nike nintendo nissan nokia novartis
  nvidia openai opec oracle oxfam paypal pegida pepsi pfizer pew philips pixar podemos politico politifact porsche propublica
  quinnipiac rasmussen reddit renault reuters rootstrikers rosneft ryanair salon samsung sap shell siemens slate snopes
  snapchat solidarity sony spacex spiegel spotify starbucks syriza taliban target tass telemundo telegram tesla thyssenkrupp tiktok
  toyota twitter uber unesco unicef unilever univision verizon viacom vodafone volkswagen vox walmart waymo whatsapp
  wikileaks wikipedia wired xinhua yahoo youtube yougov zillow zoom`.split(/\s+/),
);

/** A folded word that is an organization's whole name. */
export const isKnownOrganization = (word: string): boolean => KNOWN.has(word);
