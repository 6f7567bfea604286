Profile: JawabanSdidtk
Parent: JawabanFormulir
Id: jawaban-sdidtk
Title: "Jawaban SDIDTK"
Description: "Deteksi dini tumbuh kembang (SDIDTK) menurut formulir nasional Q0003."
* insert Terbitan
* insert Inggris([["Answers on child development screening"]])
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0003"
