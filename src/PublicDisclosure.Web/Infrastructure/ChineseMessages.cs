using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The framework's own messages about malformed input, in Chinese.</summary>
public sealed class ChineseMessages : IValidationMetadataProvider
{
    /// <summary>Gives every shape rule without a message of its own the house wording; {0} is the field's display name.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is not null || rule.ErrorMessageResourceName is not null) continue;
            rule.ErrorMessage = rule switch
            {
                RequiredAttribute => "请填写{0}。",
                StringLengthAttribute { MinimumLength: > 0 } => "{0}应为{2}至{1}个字。",
                StringLengthAttribute or MaxLengthAttribute => "{0}不能超过{1}个字。",
                MinLengthAttribute => "{0}不能少于{1}个字。",
                RangeAttribute => "{0}应在{1}至{2}之间。",
                EmailAddressAttribute => "{0}不是有效的电子邮箱地址。",
                CompareAttribute => "{0}与{1}不一致。",
                RegularExpressionAttribute => "{0}的格式不正确。",
                _ => null,
            };
        }
    }

    /// <summary>Sets the messages for values that cannot be read at all.</summary>
    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
        messages.SetMissingBindRequiredValueAccessor(name => $"缺少“{name}”。");
        messages.SetMissingKeyOrValueAccessor(() => "请填写此项。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求没有内容。");
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"“{value}”不是有效的{name}。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”无法识别。");
        messages.SetUnknownValueIsInvalidAccessor(name => $"{name}无法识别。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容无法识别。");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”无法识别。");
        messages.SetValueMustBeANumberAccessor(name => $"{name}应为数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "此项应为数字。");
        options.ModelMetadataDetailsProviders.Add(new ChineseMessages());
    }
}
