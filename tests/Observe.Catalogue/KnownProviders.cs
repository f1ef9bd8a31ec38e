namespace Observe.Catalogue;

/// <summary>The providers, in the order in which their names and their families of models are tried.</summary>
internal static class KnownProviders
{
    public static IReadOnlyList<KnownProvider> All { get; } =
    [
        new("azure.ai.openai")
        {
            Litellm = ["azure", "azure_text"], Genai = ["azure"], Aliases = ["azure", "azure_openai", "azure.openai", "az.ai.openai", "~azure"],
            Fallbacks = ["azure.ai.inference", "openai", "anthropic"],
        },
        new("azure.ai.inference")
        {
            Litellm = ["azure_ai"], Aliases = ["azure_ai", "az.ai.inference", "azure_ai_foundry", "azure_ai_inference"],
            Fallbacks = ["azure.ai.openai", "openai", "anthropic"],
        },
        new("aws.bedrock")
        {
            Litellm = ["bedrock", "bedrock_converse"], Genai = ["aws"],
            Aliases = ["aws", "amazon", "bedrock", "bedrock_converse", "amazon_bedrock", "~bedrock", "~amazon"],
            Families =
            [
                "^amazon.", "^anthropic.", "^cohere.", "^meta.", "^mistral.", "^ai21.", "^deepseek.", "^openai.", "^qwen.", "^writer.", "^twelvelabs.",
                "^us.", "^eu.", "^apac.", "^jp.", "^au.", "^global.", "^us-gov.",
            ],
        },
        new("openai")
        {
            Litellm = ["openai", "text-completion-openai"], Genai = ["openai"], Aliases = ["~openai"],
            Families =
            [
                "^gpt-", "^o1", "^o3", "^o4", "^chatgpt-", "^codex-", "^text-embedding-3", "^text-embedding-ada", "^ft:gpt-", "^ft:o4", "^davinci", "^babbage",
                "^computer-use",
            ],
        },
        new("anthropic") { Genai = ["anthropic"], Aliases = ["claude", "~anthropic"], Families = ["~claude"] },
        new("gcp.vertex_ai")
        {
            Litellm =
            [
                "vertex_ai", "vertex_ai-language-models", "vertex_ai-anthropic_models", "vertex_ai-mistral_models", "vertex_ai-llama_models",
                "vertex_ai-embedding-models", "vertex_ai-ai21_models", "vertex_ai-qwen_models", "vertex_ai-deepseek_models", "vertex_ai-openai_models",
                "vertex_ai-text-models", "vertex_ai-zai_models", "vertex_ai-minimax_models", "vertex_ai-moonshot_models",
            ],
            Aliases = ["vertex", "vertex_ai", "google_vertex", "google_vertex_ai", "~vertex"],
            Fallbacks = ["gcp.gemini", "anthropic"],
        },
        new("gcp.gemini")
        {
            Litellm = ["gemini"], Genai = ["google"], Aliases = ["gemini", "google", "google_genai", "google_ai", "gcp.gen_ai", "~google", "~gemini"],
            Families = ["~gemini", "^gemma-"], Fallbacks = ["gcp.vertex_ai"],
        },
        new("x_ai") { Litellm = ["xai"], Genai = ["x-ai"], Aliases = ["grok"], Families = ["~grok"] },
        new("mistral_ai")
        {
            Litellm = ["mistral", "codestral", "text-completion-codestral"], Genai = ["mistral"], Aliases = ["mistralai"],
            Families = ["^mistral", "^mixtral", "^codestral", "^devstral", "^magistral", "^ministral", "^pixtral", "^voxtral", "^open-mistral", "^open-mixtral"],
        },
        new("deepseek") { Genai = ["deepseek"], Aliases = ["deepseek_ai"], Families = ["^deepseek-"] },
        new("cohere") { Litellm = ["cohere", "cohere_chat"], Genai = ["cohere"], Aliases = ["~cohere"], Families = ["^command", "^embed-english", "^embed-multilingual", "^embed-v"] },
        new("moonshot_ai") { Litellm = ["moonshot"], Genai = ["moonshotai"], Aliases = ["~moonshot"], Families = ["^kimi", "^moonshot"] },
        new("perplexity") { Genai = ["perplexity"], Families = ["^sonar"] },
        new("voyage") { Genai = ["voyageai"], Aliases = ["~voyage"], Families = ["^voyage-"] },
        new("minimax") { Genai = ["minimax"], Families = ["^minimax-"] },
        new("zai") { Genai = ["zai"], Aliases = ["z.ai"], Families = ["^glm-"] },
        new("zhipuai") { Litellm = [], Genai = ["zhipuai"], Aliases = ["zhipu"], Families = ["^glm-", "^chatglm"] },
        new("ai21") { Families = ["^jamba", "^j2-"] },
        new("dashscope") { Aliases = ["alibaba", "alibaba_cloud"], Families = ["^qwen-", "^qwen3-", "^qwq-"] },
        new("groq") { Genai = ["groq"] },
        new("openrouter") { Genai = ["openrouter"] },
        new("cerebras") { Genai = ["cerebras"] },
        new("fireworks_ai") { Litellm = ["fireworks_ai", "fireworks_ai-embedding-models"], Genai = ["fireworks"], Aliases = ["fireworks"], Families = ["^accounts/fireworks/"] },
        new("together_ai") { Genai = ["together"], Aliases = ["together"] },
        new("ibm.watsonx.ai") { Litellm = ["watsonx"], Aliases = ["watsonx", "ibm"] },
        new("novita") { Genai = ["novita"] },
        new("ovhcloud") { Genai = ["ovhcloud"] },
        new("avian") { Litellm = [], Genai = ["avian"] },
        new("doubleword") { Litellm = [], Genai = ["doubleword"] },
        new("modal") { Litellm = [], Genai = ["modal"] },
        new("amazon_nova") { Aliases = ["nova"] },
        new("ollama"),
        new("lemonade"),
        new("deepinfra"),
        new("nebius"),
        new("sambanova"),
        new("hyperbolic"),
        new("databricks"),
        new("snowflake"),
        new("cloudflare"),
        new("scaleway"),
        new("lambda_ai") { Aliases = ["lambda"] },
        new("nscale"),
        new("wandb"),
        new("oci") { Aliases = ["oracle"] },
        new("github_copilot") { Aliases = ["github"] },
        new("vercel_ai_gateway") { Aliases = ["vercel"] },
        new("baseten"),
        new("friendliai"),
        new("gmi"),
        new("volcengine"),
        new("gigachat"),
        new("gradient_ai"),
        new("publicai"),
        new("v0"),
        new("morph"),
        new("inception") { Litellm = ["inception", "text-completion-inception"] },
        new("crusoe"),
        new("heroku"),
        new("nlp_cloud"),
        new("featherless_ai"),
        new("nvidia_nim") { Aliases = ["nvidia"] },
        new("tencent"),
        new("sarvam"),
    ];

    public static KnownProvider? OfLitellm(string name) => All.FirstOrDefault(provider => provider.Litellm.Contains(name));

    public static KnownProvider Of(string name) => All.First(provider => provider.Name == name);

    public static int IndexOf(KnownProvider provider) => All.TakeWhile(one => one != provider).Count();
}
